import net, { type AddressInfo } from 'node:net';

/** Starts TCP servers for the tests of a file, and closes them after each test. Returns the port of each. */
export function rawListeners(): (onSocket: (socket: net.Socket) => void) => Promise<number> {
  const listeners: net.Server[] = [];
  afterEach(() => listeners.splice(0).forEach((listener) => listener.close()));
  return async (onSocket) => {
    // A connection that a client keeps must not keep Jest from ending.
    const listener = net.createServer((socket) => onSocket(socket.unref()));
    listener.unref();
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    listeners.push(listener);
    return (listener.address() as AddressInfo).port;
  };
}
