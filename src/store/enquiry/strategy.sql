-- strategy_add: a strategy discussion was held
-- :id StrategyId, :family FamilyId, :held Date, :took_part Text, :known Text
INSERT INTO strategy (id, authority, family, held, took_part, known) VALUES (:id, :authority, :family, :held, :took_part, :known);

-- strategy_child_add: what it decided for a child, and why
-- :strategy StrategyId, :child ChildId, :outcome strategy_outcome, :reason Text
INSERT INTO strategy_child (authority, strategy, child, outcome, reason) VALUES (:authority, :strategy, :child, :outcome, :reason);

-- strategies_of_child: the strategy discussions about a child, newest first
-- :child ChildId, returns many: strategy StrategyId, held Date, took_part Text, known Text, outcome strategy_outcome, reason Text
SELECT strategy.id AS strategy, strategy.held, strategy.took_part, strategy.known, strategy_child.outcome, strategy_child.reason
  FROM strategy_child JOIN strategy ON strategy.id = strategy_child.strategy
 WHERE strategy_child.child = :child AND visible(strategy_child.child, READ_RECORD)
 ORDER BY strategy.held DESC, strategy.id DESC LIMIT 100;
