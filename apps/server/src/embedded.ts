/** The one-process mode: the background work runs inside the server. */
export { WorkerModule } from '../../worker/src/worker.module.ts';
