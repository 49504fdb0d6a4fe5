-- The feed has these tables analysed when it has ended. Meanwhile MariaDB's own recalculation would try again and again,
-- on a whole processor, as long as the feed's transaction lasts.
ALTER TABLE account STATS_AUTO_RECALC = 0;
ALTER TABLE account_month STATS_AUTO_RECALC = 0;
