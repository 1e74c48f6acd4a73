import type { CheckOutcome } from '../assertions/outcome';
import { joinPath } from '../assertions/paths/path-text';
import { rawContents } from '../client/body/raw-body';
import type { Exchange } from '../client/client-options';
import { jsonText } from '../json/exact-json';
import { createSecretSearch } from '../redaction/process-redactor';

const EXPECTED = 'no secret that was sent';
/** More would repeat themselves. */
const PLACES_SHOWN = 5;

/** Searches the responses of a scenario for the secrets that its requests sent. */
export class ForbiddenSecrets {
  readonly #sent = createSecretSearch();
  readonly #found: CheckOutcome[] = [];

  /** Called with each exchange, in order. */
  note({ request, response }: Exchange): void {
    const { url, headers, body } = request;
    const query = Object.fromEntries(new URL(url).searchParams);
    const contents = typeof body === 'string' ? rawContents({ rawBody: body }) : body;
    this.#sent.add([headers, query, contents], `${url}\n${textOf(headers)}\n${textOf(body)}`);
    if (response === undefined) return;
    const from = `in the response to ${request.method} ${new URL(url).pathname}`;
    this.#search(response.body, [], from);
    this.#search(response.headers, ['$http', 'headers'], from);
  }

  /** Called with what is known of the scenario's workflow, by key of `$workflow`. */
  noteWorkflow(end: Readonly<Record<string, unknown>>): void {
    this.#search(end, ['$workflow'], 'in what the workflow returned');
  }

  /** One failed check per place, or one that passed. */
  outcomes(): CheckOutcome[] {
    if (this.#found.length > 0) return this.#found.slice(0, PLACES_SHOWN);
    const outcome = { path: 'forbidSecretsInResponses', passed: true, found: true, received: 'none' };
    return [{ ...outcome, expected: EXPECTED }];
  }

  #search(value: unknown, path: readonly string[], from: string): void {
    // The whole at once, because nearly all responses contain none.
    if (this.#sent.isEmpty || this.#found.length >= PLACES_SHOWN || !this.#sent.occursIn(textOf(value))) return;
    for (const place of this.#placesIn(value, path)) {
      this.#found.push({ ...place, passed: false, expected: EXPECTED, found: true, reason: `a secret is ${from}` });
    }
  }

  /** The innermost values with a secret; a value in which only several parts together reveal one is its own place. */
  #placesIn(value: unknown, path: readonly string[]): Pick<CheckOutcome, 'path' | 'received'>[] {
    const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const inside = fields
      .filter(([, item]) => this.#sent.occursIn(textOf(item)))
      .flatMap(([key, item]) => this.#placesIn(item, [...path, key]));
    return inside.length > 0 ? inside : [{ path: joinPath(path), received: value }];
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : String(jsonText(value));
}
