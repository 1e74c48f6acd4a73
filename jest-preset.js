module.exports = require('./dist/preset').preset;
