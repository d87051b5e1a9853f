import { InputError } from '@backstage/errors';
import { stringifyExact } from '@kratix-portal/backstage-plugin-kratix-common';
import express, { type ErrorRequestHandler } from 'express';
import supertest from 'supertest';
import { exactBody } from './exactBody';
import { sendJson } from './sendJson';

const refuse: ErrorRequestHandler = (error, _req, res, _next) => {
  const status = error instanceof InputError ? 400 : error.status;
  res.status(status).json({ message: error.message });
};

/** Answers with what it was sent. */
function echo() {
  const app = express();
  app.use(exactBody());
  app.post('/', (req, res) => sendJson(res, { body: req.body }));
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

it('lets what is no JSON alone', async () => {
  expect((await post('{"a":1}', 'text/plain')).text).toBe('{"body":{}}');
  expect((await echo().post('/')).text).toBe('{"body":{}}');
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
