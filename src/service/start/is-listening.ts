import { connect } from 'node:net';
import { portOf } from './port-of';

const CONNECT_MS = 1_000;

/** Whether the address of `url` accepts connections; `localhost` is tried over IPv4 and IPv6. */
export async function isListening(url: string): Promise<boolean> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  const port = portOf(url);
  const responses = await Promise.all(hosts.map((each) => takesConnections(each, port)));
  return responses.includes(true);
}

function takesConnections(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: CONNECT_MS });
    const settle = (response: boolean): void => {
      socket.destroy();
      resolve(response);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}
