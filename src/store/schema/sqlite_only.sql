-- What only SQLite understands. The record is added to, never changed: these refuse what the authorizer would let slip, from any program.
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER ledger_body_no_update BEFORE UPDATE ON ledger_body BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER ledger_body_no_delete BEFORE DELETE ON ledger_body BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER ledger_child_no_update BEFORE UPDATE ON ledger_child BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER ledger_child_no_delete BEFORE DELETE ON ledger_child BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER look_no_update BEFORE UPDATE ON look BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER look_no_delete BEFORE DELETE ON look BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER look_child_no_update BEFORE UPDATE ON look_child BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER look_child_no_delete BEFORE DELETE ON look_child BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER once_no_update BEFORE UPDATE ON once BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER once_no_delete BEFORE DELETE ON once BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER ledger_head_no_delete BEFORE DELETE ON ledger_head BEGIN SELECT RAISE(ABORT, 'the record is added to, never changed'); END;
CREATE TRIGGER ledger_head_only_on BEFORE UPDATE ON ledger_head WHEN NEW.number <> OLD.number + 1 OR NEW.chain <> OLD.chain
BEGIN SELECT RAISE(ABORT, 'the head of the record moves on one by one'); END;
