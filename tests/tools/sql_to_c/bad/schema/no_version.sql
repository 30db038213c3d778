-- desk
CREATE TABLE plain (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    PRIMARY KEY (id)
);
