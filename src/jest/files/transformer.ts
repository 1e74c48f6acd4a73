import { createTransformer } from '../transform/create-transformer';

export = { createTransformer };
