// Files on their way to the server. They go on while one looks at other pages, one after another, of any size: the browser
// streams them from the disk. XMLHttpRequest, because `fetch` does not tell how much has been sent.
import { address, ApiError } from '@/api/client';
import type { ImportReport, QueryFault } from '@/api/types';

export interface Upload {
  id: number;
  file: File;
  format: string;
  history: boolean;
  state: 'waiting' | 'sending' | 'failed' | 'stopped' | 'sent';
  bytes_sent: number;
  error: ApiError | null;
  /** The import that the server made of it. */
  report: ImportReport | null;
}

let list = $state.raw<readonly Upload[]>([]);
let n_made = 0;
let running: XMLHttpRequest | null = null;
let onsent: (report: ImportReport) => void = () => {};

/** All uploads of this visit that are not yet imports. */
export function uploads(): readonly Upload[] {
  return list;
}

/** Sets who hears of imports that begin. */
export function whenSent(listener: (report: ImportReport) => void): void {
  onsent = listener;
}

export function addUploads(files: readonly File[], format: string, history: boolean): void {
  const made = files.map((file): Upload => {
    n_made += 1;
    return { id: n_made, file, format, history, state: 'waiting', bytes_sent: 0, error: null, report: null };
  });
  list = [...list, ...made];
  next();
}

/** Stops an upload; what has arrived stays, and sending the file again is harmless. */
export function stopUpload(id: number): void {
  const upload = list.find((each) => each.id === id);
  if (upload?.state === 'sending') running?.abort();
  else change(id, { state: 'stopped' });
}

export function retryUpload(id: number): void {
  change(id, { state: 'waiting', bytes_sent: 0, error: null });
  next();
}

export function dropUpload(id: number): void {
  list = list.filter((each) => each.id !== id);
}

function next(): void {
  if (running) return;
  const upload = list.find((each) => each.state === 'waiting');
  if (!upload) return;
  send(upload);
}

function send(upload: Upload): void {
  const { id, file, format, history } = upload;
  const request = new XMLHttpRequest();
  running = request;
  change(id, { state: 'sending' });
  request.open('POST', address('/imports', {}, { name: file.name, format, history }));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.onprogress = ({ loaded }) => change(id, { bytes_sent: Math.min(loaded, file.size) });
  request.onload = () => finish(id, request);
  request.onerror = () => end(id, { state: 'failed', error: new ApiError(0, 'unreachable') });
  request.onabort = () => end(id, { state: 'stopped' });
  request.send(file);
}

function finish(id: number, request: XMLHttpRequest): void {
  if (request.status < 200 || request.status > 299) {
    end(id, { state: 'failed', error: refusal(request) });
    return;
  }
  const report = parsed<ImportReport>(request.responseText);
  if (report) onsent(report);
  end(id, { state: 'sent', report });
  dropUpload(id);
}

function end(id: number, changes: Partial<Upload>): void {
  running = null;
  change(id, changes);
  next();
}

function refusal(request: XMLHttpRequest): ApiError {
  const body = parsed<{ error?: { code: string; args?: Record<string, string | number> }; fault?: QueryFault }>(request.responseText);
  if (body?.error) return new ApiError(request.status, body.error.code, body.error.args ?? {}, body.fault ?? null);
  return new ApiError(request.status, request.status === 413 ? 'too-large' : 'unreachable');
}

function parsed<A>(text: string): A | null {
  try {
    return JSON.parse(text) as A;
  } catch {
    return null;
  }
}

function change(id: number, changes: Partial<Upload>): void {
  list = list.map((each) => (each.id === id ? { ...each, ...changes } : each));
}
