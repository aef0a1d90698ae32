-- The keyring lives in a database of its own, so that no dump of events ever holds a key.
CREATE SCHEMA keyring;
