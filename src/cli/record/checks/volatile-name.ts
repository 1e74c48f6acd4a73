import { nameWords } from '../../../redaction/names/name-words';

/** Words of names whose values differ between runs, sources or machines, also where two responses agree. */
const VOLATILE = new Set(
  (
    'address age amount at availability available average build bytes cache checksum commit correlation count counts cpu created cursor ' +
    'date datetime day digest directory duration elapsed ended epoch etag expires expiry file files folder free guid hash host hostname ' +
    'greeting hour hours href id identifier identity ids instance ip items last latency latest length limit link load memory millis milliseconds min minute minutes modified month months ms ' +
    'next nonce node now ns num number offset page path pid port previous progress qualified quota random rate release remaining request requests ' +
    'revision rows run salt score seconds secs seed seq sequence serial session sha size span started temperature thread time timestamp ' +
    'timezone today token tokens tomorrow took total trace ts ttl updated uptime uri url usage used uuid version versions week weekday ' +
    'year years yesterday'
  ).split(' '),
);

/** Values that have a fraction sometimes. */
const MEASURED = new Set(
  'age average cpu duration elapsed latency load memory millis milliseconds minutes ms ns rate score seconds secs temperature time took uptime usage'.split(
    ' ',
  ),
);

/** Whether the value under `name` is expected to differ from run to run. */
export function isVolatileName(name: string): boolean {
  const words = nameWords(name).split('-');
  const isDate = words.length > 1 && words.at(-1) === 'on';
  return isDate || words.some((word) => VOLATILE.has(word));
}

/** Whether the number under `name` is measured, so that it may be whole by chance. */
export function isMeasured(name: string): boolean {
  return nameWords(name)
    .split('-')
    .some((word) => MEASURED.has(word));
}
