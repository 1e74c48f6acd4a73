import { describeConnector } from 'jest-connector';
import { scenarios } from './scenarios';

describeConnector('my-connector', scenarios);
