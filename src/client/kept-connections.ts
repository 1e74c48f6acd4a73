import http from 'node:http';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

/** Servers close what is idle (uvicorn after 5 s); using a connection at that moment loses the request. */
const MAX_IDLE_MS = 2000;

/** The keep-alive connections of one client: one agent a protocol. */
export interface KeptConnections {
  /** The agent for a URL, rid of what was idle too long. */
  agentFor(url: string): http.Agent;
  /** Closes idle connections. */
  close(): void;
}

export function keepConnections(): KeptConnections {
  const agents = new Map<string, http.Agent>();
  // Idle connections are unreferenced by Node's agent: they do not keep the process alive.
  const idleSince = new WeakMap<object, number>();

  const create = (secure: boolean): http.Agent => {
    const { Agent } = secure ? (require('node:https') as typeof http) : http;
    const agent = new Agent({ keepAlive: true });
    const keep = agent.keepSocketAlive.bind(agent);
    agent.keepSocketAlive = (socket) => {
      idleSince.set(socket, performance.now());
      return keep(socket);
    };
    return agent;
  };

  return {
    agentFor(url) {
      const protocol = url.startsWith('https:') ? 'https:' : 'http:';
      const agent = agents.get(protocol) ?? create(protocol === 'https:');
      agents.set(protocol, agent);
      dropIdle(agent, idleSince);
      return agent;
    },
    close: () => agents.forEach((agent) => idleSockets(agent).forEach((socket) => socket.destroy())),
  };
}

/** At the time of a request and not by a timer: timers do not fire while a worker is busy in synchronous code. */
function dropIdle(agent: http.Agent, idleSince: WeakMap<object, number>): void {
  for (const socket of idleSockets(agent)) {
    if (performance.now() - (idleSince.get(socket) ?? 0) > MAX_IDLE_MS) socket.destroy();
  }
}

function idleSockets(agent: http.Agent): readonly Socket[] {
  return Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? []);
}
