// better-sqlite3 as the server knows it, over libsql, which needs no compiler: bytes come back as Buffers.
const Database = require('libsql');

const asBuffers = (row) => {
  for (const name in Object(row)) {
    const value = row[name];
    if (value instanceof Uint8Array && !Buffer.isBuffer(value)) {
      row[name] = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    } else if (Object.prototype.toString.call(value) === '[object ArrayBuffer]') {
      row[name] = Buffer.from(value);
    }
  }
  return row;
};

module.exports = class extends Database {
  prepare(sql) {
    const statement = super.prepare(sql);
    const [all, get, iterate] = ['all', 'get', 'iterate'].map((name) => statement[name].bind(statement));
    statement.all = (...values) => all(...values).map(asBuffers);
    statement.get = (...values) => asBuffers(get(...values));
    statement.iterate = function* (...values) {
      for (const row of iterate(...values)) yield asBuffers(row);
    };
    return statement;
  }
};
