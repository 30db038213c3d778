-- version 1

-- desk
CREATE TABLE plain (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX plain_name ON plain (name);
