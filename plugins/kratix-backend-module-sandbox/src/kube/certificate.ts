import { generate } from 'selfsigned';

const dayMs = 24 * 60 * 60 * 1000;

/** @internal */
export interface Certificate {
  key: string;
  /** The certificate is its own authority: clients are handed it as CA. */
  cert: string;
}

/**
 * A certificate for the loopback, made anew at each start and kept nowhere.
 * HTTPS it must be, as kubectl sends no token over plain HTTP.
 *
 * @internal
 */
export async function createCertificate(): Promise<Certificate> {
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: 'kratix-sandbox' }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      // Clocks of containers and hosts may differ a little.
      notBeforeDate: new Date(Date.now() - dayMs),
      notAfterDate: new Date(Date.now() + 365 * dayMs),
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
            { type: 7, ip: '::1' },
          ],
        },
      ],
    },
  );
  return { key, cert };
}
