import type { ApiName, PathsOf } from '../apis/connector-apis';
import type { Check } from '../assertions/checks/check';
import type { Json } from '../json/json';

/** Paths and their checks. The known paths of the API are offered while typing; any other path is allowed. */
export type AssertThat<Api extends ApiName = ApiName> = {
  readonly [Path in keyof PathsOf<Api>]?: Check<PathsOf<Api>[Path]>;
} & { readonly [path: string]: Check<Json> };
