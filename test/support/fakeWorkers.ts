import type { WorkerAnswer, WorkerRequest } from '../../src/worker/protocol';
import { serveTasks } from '../../src/worker/serveTasks';

/** A worker that answers only as it is told to. */
export class ScriptedWorker extends EventTarget {
  readonly requests: WorkerRequest[] = [];
  isTerminated = false;

  /** As the page takes it. */
  get asWorker(): Worker {
    return this as unknown as Worker;
  }

  /** The tasks it was sent, by what their text is. */
  get texts(): string[] {
    return this.requests.flatMap((request) =>
      request.type === 'run' ? [(request.input as { text: string }).text] : [],
    );
  }

  get aborted(): number[] {
    return this.requests.flatMap((request) => (request.type === 'abort' ? [request.id] : []));
  }

  postMessage(request: WorkerRequest): void {
    this.requests.push(structuredClone(request));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(answer: WorkerAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }

  /** Answers the task that was sent with this text. */
  finish(text: string, output: unknown): void {
    const request = this.requests.findLast(
      (each) => each.type === 'run' && (each.input as { text: string }).text === text,
    );
    if (request?.type !== 'run') throw new Error(`Nothing was asked about ${text}.`);
    this.answer({ type: 'done', id: request.id, output });
  }
}

/** A worker that does the work, in the same thread; messages are copied and arrive later, as ever. */
export class ServingWorker extends ScriptedWorker {
  #listen: ((event: MessageEvent<WorkerRequest>) => void) | null = null;

  constructor() {
    super();
    serveTasks({
      addEventListener: (_type, listener) => {
        this.#listen = listener;
      },
      postMessage: (answer) => {
        const data = structuredClone(answer);
        setTimeout(() => {
          if (!this.isTerminated) this.answer(data);
        });
      },
    });
  }

  override postMessage(request: WorkerRequest): void {
    super.postMessage(request);
    const data = structuredClone(request);
    setTimeout(() => {
      if (!this.isTerminated) this.#listen?.(new MessageEvent('message', { data }));
    });
  }
}
