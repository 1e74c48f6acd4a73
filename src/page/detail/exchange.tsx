import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { countOf } from '../../count-of';
import { durationText } from '../../duration-text';
import { jsonText } from '../../json/exact-json';
import { hasCountMark } from '../../report/cut/cut-mark';
import type { PageExchange, PageResponse } from '../../run-report/page/page-data';
import { sizeText } from '../data/format';
import { CopyButton } from '../parts/copy-button';
import type { Mark } from './json-lines';
import { JsonView } from './json-view';
import { prettyJson } from './pretty-json';

interface Props {
  readonly exchange: PageExchange;
  readonly marks: readonly Mark[];
  readonly isOpen: boolean;
}

/** A request and its response. */
export function Exchange({ exchange, marks, isOpen }: Props): JSX.Element {
  const { method, url, headers, body, response, error, attempts, curl } = exchange;
  return (
    <details class="card exchange" open={isOpen}>
      <summary>
        <b>{method}</b> <span class="url">{url}</span> <Outcome response={response} />
        {attempts !== undefined && <span class="muted"> (sent {attempts} times)</span>}
      </summary>
      <div class="inside">
        {error !== undefined && <pre class="wrap bad">{error}</pre>}
        <section>
          <div class="bar">
            <h3>Request</h3>
            <CopyButton what="the curl command" label="curl" text={() => curl} />
          </div>
          <Headers headers={headers} />
          {body === undefined ? (
            <p class="muted">No body</p>
          ) : (
            <JsonView value={body} label="The body of the request" />
          )}
        </section>
        {response !== undefined && <Response response={response} marks={marks} />}
      </div>
    </details>
  );
}

function Outcome({ response }: { readonly response: PageResponse | undefined }): JSX.Element {
  if (response === undefined) return <span class="badge s-failed">no response</span>;
  const { status, statusText, durationMs } = response;
  return (
    <>
      <span class={`badge ${status < 400 ? 's-passed' : 's-failed'}`}>{statusText}</span>{' '}
      <span class="muted">{durationText(durationMs)}</span>
    </>
  );
}

function Response({
  response,
  marks,
}: {
  readonly response: PageResponse;
  readonly marks: readonly Mark[];
}): JSX.Element {
  const { headers, body, bodyNote, size } = response;
  const isCut = useMemo(() => hasCountMark(jsonText(body)), [body]);
  return (
    <section>
      <div class="bar">
        <h3>
          Response {size !== undefined && <span class="muted">{`${sizeText(size)}${isCut ? ', cut' : ''}`}</span>}
        </h3>
        {bodyNote === undefined && (
          <CopyButton what="the response" label={isCut ? 'Copy this part' : 'Copy'} text={() => prettyJson(body)} />
        )}
      </div>
      <Headers headers={headers} />
      {bodyNote === undefined ? (
        <JsonView value={body} marks={marks} label="The body of the response" />
      ) : (
        <p class="muted">{bodyNote}</p>
      )}
    </section>
  );
}

function Headers({ headers }: { readonly headers: PageExchange['headers'] }): JSX.Element | null {
  if (headers.length === 0) return null;
  return (
    <details class="headers">
      <summary>{countOf(headers.length, 'header')}</summary>
      <dl>
        {headers.map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
