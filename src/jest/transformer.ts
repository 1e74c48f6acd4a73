import { createTransformer } from './create-transformer';

export = { createTransformer };
