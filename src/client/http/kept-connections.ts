import http from 'node:http';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

/** Servers close idle connections (uvicorn after 5 s); a request sent at that moment is lost. */
const MAX_IDLE_MS = 2000;

/** The last request on each connection. */
const lastRequests = new WeakMap<object, string>();

/** The keep-alive connections of one client: one agent per protocol. */
export interface KeptConnections {
  /** The agent for a URL, without connections that were idle too long. */
  agentFor(url: string): http.Agent;
  /** Closes idle connections. */
  close(): void;
}

/** @param onSurplus Called with the request after whose response the server sent more than announced. */
export function keepConnections(onSurplus?: (request: string) => void): KeptConnections {
  const agents = new Map<string, http.Agent>();
  // Node's agent unreferences idle connections, so they do not keep the process alive.
  const idleSince = new WeakMap<object, number>();
  const idleTooLong = (socket: Socket): boolean => performance.now() - (idleSince.get(socket) ?? 0) > MAX_IDLE_MS;

  // The next request would take the surplus data for its response.
  function dropSurplus(this: Socket): void {
    this.destroy();
    onSurplus?.(lastRequests.get(this) ?? '');
  }

  const create = (secure: boolean): http.Agent => {
    const { Agent } = secure ? (require('node:https') as typeof http) : http;
    const agent = new Agent({ keepAlive: true });
    const keep = agent.keepSocketAlive.bind(agent);
    agent.keepSocketAlive = (socket) => {
      idleSince.set(socket, performance.now());
      (socket as Socket).once('data', dropSurplus);
      return keep(socket);
    };
    const reuse = agent.reuseSocket.bind(agent);
    agent.reuseSocket = (socket, request) => {
      (socket as Socket).removeListener('data', dropSurplus);
      return reuse(socket, request);
    };
    return agent;
  };

  return {
    agentFor(url) {
      const protocol = url.startsWith('https:') ? 'https:' : 'http:';
      const agent = agents.get(protocol) ?? create(protocol === 'https:');
      agents.set(protocol, agent);
      // On each request, not by a timer: timers do not fire while a worker runs synchronous code.
      dropIdle(agent, idleTooLong);
      return agent;
    },
    close: () => agents.forEach((agent) => dropIdle(agent)),
  };
}

/** Remembers the request that a connection is used for. */
export function noteRequest(socket: Socket, request: string): void {
  lastRequests.set(socket, request);
}

/** Closes an agent's idle connections, or those that `which` selects. */
export function dropIdle(agent: http.Agent, which: (socket: Socket) => boolean = () => true): void {
  // A user's agent may have no such list.
  const idle = Object.values((agent as Partial<http.Agent>).freeSockets ?? {}).flatMap((sockets) => sockets ?? []);
  for (const socket of idle) if (which(socket)) socket.destroy();
}
