import http from 'node:http';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { type FailedRequest, requestLine } from '../transport-error';

/** Servers close idle connections (uvicorn after 5 s); a request sent at that moment is lost. */
const MAX_IDLE_MS = 2000;

/** The part of a request that identifies it in a message. */
type SentRequest = Pick<FailedRequest, 'method' | 'url'>;

/** The last request on each connection. */
const lastRequests = new WeakMap<object, SentRequest>();

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
    const request = lastRequests.get(this);
    if (request !== undefined) onSurplus?.(requestLine(request));
  }

  const create = (secure: boolean): http.Agent => {
    const { Agent } = secure ? (require('node:https') as typeof http) : http;
    const agent = new Agent({ keepAlive: true });
    const keep = agent.keepSocketAlive.bind(agent);
    agent.keepSocketAlive = (socket) => {
      idleSince.set(socket, performance.now());
      (socket as Socket).on('data', dropSurplus);
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
export function noteRequest(socket: Socket, request: SentRequest): void {
  lastRequests.set(socket, request);
}

/** Closes an agent's idle connections, or those that `which` selects. */
export function dropIdle(agent: http.Agent, which: (socket: Socket) => boolean = () => true): void {
  // A user's agent may have no such list.
  const freeSockets = (agent as Partial<http.Agent>).freeSockets ?? {};
  for (const host of Object.keys(freeSockets)) {
    // A copy, because a socket that is destroyed removes itself.
    for (const socket of [...(freeSockets[host] ?? [])]) if (which(socket)) socket.destroy();
  }
}
