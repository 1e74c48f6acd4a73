module.exports = require('./dist/src/jest/preset/preset').preset;
