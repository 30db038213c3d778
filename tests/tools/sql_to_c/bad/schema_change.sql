-- draft_gone: no statement of a piece
DROP TABLE draft;
