import type { RunHandle } from '../../service/run/run-state';
import type { RunningService } from '../../service/service';
import { ChannelServer } from './channel-server';
import { noticesHandlers } from './notices';
import { secretsHandler } from './secrets';
import { WorkflowStopper } from './workflow-stopper';

/** Opens the channel over which workers report to the main process. */
export async function openChannel(
  services: () => Iterable<Pick<RunningService, 'learn'>>,
): Promise<NonNullable<RunHandle['channel']>> {
  const stopper = new WorkflowStopper();
  const server = await ChannelServer.open({
    workflow: () => stopper.connect(),
    secrets: () => secretsHandler(services),
    notice: noticesHandlers(),
  });
  return {
    address: server.address,
    async close() {
      await stopper.stop();
      server.close();
    },
  };
}
