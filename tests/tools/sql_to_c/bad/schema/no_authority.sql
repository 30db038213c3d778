-- version 1

-- desk
CREATE TABLE plain (
    id BIGINT NOT NULL,
    PRIMARY KEY (id)
);
