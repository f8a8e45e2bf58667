// Bluesky's own server of accounts, and the register of their ids, on this computer alone.
// node server.js FOLDER PORT REGISTERS-PORT; says READY, ends by SIGTERM.
const crypto = require('crypto');
const fs = require('fs');
const http = require('http');
const { PDS, envToCfg, envToSecrets } = require('@atproto/pds');
const { Database, PlcServer } = require('@did-plc/server');

const [folder, port, registerPort] = process.argv.slice(2);
const drawn = (bytes) => crypto.randomBytes(bytes).toString('hex');
const nobody = { bskyAppViewUrl: 'http://127.0.0.1:1', bskyAppViewDid: 'did:web:localhost' };
const settings = {
  ...nobody,
  modServiceUrl: nobody.bskyAppViewUrl,
  modServiceDid: nobody.bskyAppViewDid,
  port: Number(port),
  hostname: 'localhost',
  devMode: true,
  dataDirectory: folder,
  blobstoreDiskLocation: `${folder}/blobs`,
  blobstoreDiskTmpLocation: `${folder}/blobs/tmp`,
  didPlcUrl: `http://127.0.0.1:${registerPort}`,
  serviceHandleDomains: ['.test'],
  handleBackupNameservers: [],
  crawlers: [],
  inviteRequired: false,
  disableSsrfProtection: true,
  trustedOAuthClients: [],
  jwtSecret: drawn(16),
  adminPassword: drawn(16),
  dpopSecret: drawn(32),
  plcRotationKeyK256PrivateKeyHex: drawn(32),
};

// Both listen wherever they are asked to; nobody but this computer shall reach them.
const listen = http.Server.prototype.listen;
http.Server.prototype.listen = function (at, ...further) {
  return listen.call(this, at, '127.0.0.1', ...further);
};

const fail = (error) => {
  console.error(error);
  process.exit(1);
};

const main = async () => {
  fs.mkdirSync(settings.blobstoreDiskTmpLocation, { recursive: true });
  const register = PlcServer.create({ db: Database.mock(), port: Number(registerPort) });
  await register.start();
  const server = await PDS.create(envToCfg(settings), envToSecrets(settings));
  await server.start();
  console.log('READY');
  process.on('SIGTERM', async () => {
    await server.destroy();
    await register.destroy();
    process.exit(0);
  });
};

process.on('unhandledRejection', fail);
main().catch(fail);
