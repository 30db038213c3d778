-- What every store has first. The number below goes up by one with each change of a table that a store in use may have.
-- version 2

-- constant
-- The version of the schema this store was made with, or last brought up to; one row.
CREATE TABLE store_version (
    authority BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (authority)
);
