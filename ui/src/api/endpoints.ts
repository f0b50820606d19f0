// Every address of the API with what it takes and gives, derived from the generated `schema.d.ts`.
// Keys are `METHOD /path`, as in `call('GET /topics/{id}', …)`.
import type { paths } from './schema';
import type { Answer } from './types';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Json<Of> = Of extends { content: { 'application/json': infer Body } } ? Body : void;

interface Operation {
  parameters: { query?: unknown; path?: unknown };
  requestBody?: unknown;
  responses: object;
}

/** Query values may be `null` to be left out. */
type Query<Of> = { [Name in keyof Of]: Of[Name] | null };

type Endpoint<Of extends Operation> = {
  path: Of['parameters']['path'] extends object ? Of['parameters']['path'] : undefined;
  query: [NonNullable<Of['parameters']['query']>] extends [never] ? undefined : Query<NonNullable<Of['parameters']['query']>>;
  body: Json<Of['requestBody']> extends void ? undefined : Json<Of['requestBody']>;
  answer: Answer<Json<Of['responses'][keyof Of['responses'] & (200 | 201 | 202 | 204)]>>;
};

type OfPath<Path extends keyof paths> = {
  [M in Method as paths[Path][M] extends Operation ? `${Uppercase<M>} ${Path}` : never]: Endpoint<
    Extract<paths[Path][M], Operation>
  >;
};

type Joined<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void ? All : never;

export type Endpoints = Joined<{ [Path in keyof paths]: OfPath<Path> }[keyof paths]>;

/** What lists of cases are filtered by. */
export type CaseFilter = Endpoints['GET /cases']['query'];
