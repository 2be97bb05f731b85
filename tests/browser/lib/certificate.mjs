// A certificate authority and a certificate for loopback, made new for every run.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const openssl = (folder, ...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });

/** Writes ca.pem into the folder and returns what a TLS server of that authority needs. */
export function makeCertificate(folder) {
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(folder, 'req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=Innspill test authority',
    '-addext', 'keyUsage=critical,keyCertSign', '-keyout', 'ca.key', '-out', 'ca.pem');
  openssl(folder, 'req', ...newKey, '-subj', '/CN=localhost', '-keyout', 'leaf.key',
    '-out', 'leaf.csr');
  // Rustls refuses a server certificate that is also an authority, so the two are kept apart.
  writeFileSync(join(folder, 'leaf.ext'), [
    'basicConstraints=critical,CA:FALSE',
    'subjectAltName=DNS:localhost,IP:127.0.0.1',
    'extendedKeyUsage=serverAuth',
  ].join('\n'));
  openssl(folder, 'x509', '-req', '-in', 'leaf.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key',
    '-CAcreateserial', '-days', '2', '-extfile', 'leaf.ext', '-out', 'leaf.pem');
  return {
    caPath: join(folder, 'ca.pem'),
    key: readFileSync(join(folder, 'leaf.key')),
    cert: readFileSync(join(folder, 'leaf.pem')),
  };
}
