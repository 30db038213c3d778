-- What only PostgreSQL understands. The record is added to, never changed.
CREATE FUNCTION only_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the record is added to, never changed'; END $$;
CREATE FUNCTION only_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number <> OLD.number + 1 OR NEW.chain <> OLD.chain THEN
        RAISE EXCEPTION 'the head of the record moves on one by one';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ledger_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION only_add();
CREATE TRIGGER ledger_body_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_body FOR EACH STATEMENT EXECUTE FUNCTION only_add();
CREATE TRIGGER ledger_child_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_child FOR EACH STATEMENT EXECUTE FUNCTION only_add();
CREATE TRIGGER look_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON look FOR EACH STATEMENT EXECUTE FUNCTION only_add();
CREATE TRIGGER look_child_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON look_child FOR EACH STATEMENT EXECUTE FUNCTION only_add();
CREATE TRIGGER once_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON once FOR EACH STATEMENT EXECUTE FUNCTION only_add();
CREATE TRIGGER ledger_head_only_add BEFORE DELETE OR TRUNCATE ON ledger_head FOR EACH STATEMENT EXECUTE FUNCTION only_add();
CREATE TRIGGER ledger_head_only_on BEFORE UPDATE ON ledger_head FOR EACH ROW EXECUTE FUNCTION only_on();
