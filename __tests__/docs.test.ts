// One suite, so that the compiler is loaded and reads the sources once.
import './docs/completeness';
import './docs/message-width';
import './docs/messages';
import './docs/pages';
import './docs/python-original';
