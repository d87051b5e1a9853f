import { InputError } from '@backstage/errors';
import { stringifyExact } from '@kratix-portal/backstage-plugin-kratix-common';
import express, { type ErrorRequestHandler } from 'express';
import supertest from 'supertest';
import { readBody } from './exactBody';
import { sendJson } from './sendJson';

const refuse: ErrorRequestHandler = (error, _req, res, _next) => {
  const status = error instanceof InputError ? 400 : error.statusCode;
  res.status(status).json({ message: error.message });
};

/** Answers with what it was sent. */
function echo() {
  const app = express();
  app.post('/', (req, res, next) => {
    readBody(req, res).then(() => sendJson(res, { body: req.body }), next);
  });
  return supertest(app.use(refuse));
}

const post = (text: string, type = 'application/json; charset=utf-8') =>
  echo().post('/').set('content-type', type).send(text);

it.each([
  '{"a":9007199254740993,"b":[-9223372036854775808],"c":1.1}',
  '{"a":{"__proto__":{"b":1}}}',
  '[12345678901234567890]',
  '"text"',
])('hands on %s as it came', async text => {
  const answer = await post(text);
  expect(answer.headers['content-type']).toBe(
    'application/json; charset=utf-8',
  );
  expect(answer.text).toBe(`{"body":${text}}`);
});

it('takes nothing for a body without fields', async () => {
  expect((await echo().post('/')).text).toBe('{"body":{}}');
  const empty = echo().post('/').set('content-length', '0');
  expect((await empty).text).toBe('{"body":{}}');
});

it.each([
  ['another type', 'text/plain', {}],
  ['a charset that nobody knows', 'application/json; charset=klingon', {}],
  [
    'an encoding that nobody knows',
    'application/json',
    { 'content-encoding': 'rot13' },
  ],
])('refuses %s, and says what to send', async (_what, type, headers) => {
  const answer = await post('{"a":1}', type).set(headers);
  expect(answer.status).toBe(415);
  expect(answer.body.message).toBe(
    'The body must be JSON, sent with the content type application/json',
  );
});

it('refuses what breaks off in the middle', async () => {
  const answer = await post('{"a":1}').set('content-encoding', 'gzip');
  expect(answer.status).toBe(400);
  expect(answer.body.message).toBe('The body did not arrive whole');
});

it.each([
  ['what is broken', '{"password":"hunter2"', 400],
  ['broken large numbers', '{"password":"hunter2","a":9007199254740993', 400],
  ['a number beyond all', '{"password":"hunter2","a":[1e400]}', 400],
  ['the bottomless', `[12345678901234567,${'['.repeat(100_000)}`, 400],
  [
    'what is nested too deep',
    `{"password":"hunter2","a":${'['.repeat(9000)}1${']'.repeat(9000)}}`,
    400,
  ],
  ['too much', stringifyExact({ password: 'hunter2'.repeat(160_000) }), 413],
])('refuses %s, and quotes nothing of it', async (_what, text, status) => {
  const answer = await post(text);
  expect(answer.status).toBe(status);
  expect(answer.text).not.toContain('hunter2');
});
