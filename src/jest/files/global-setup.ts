import { setupConnector } from '../setup/setup-connector';

// `export =`, here and in the package's other files for Jest: with `export default`, an ES module that imports one would
// get an object with a `default` in it.
export = setupConnector;
