-- As the reconciler did: an end that a running run cannot have goes, and one that is missing is that
-- of the last attempt; a retry at no time is due now; an attempt below one becomes the one after all
-- that have ended, or the last of them. The leader tells Redis about runs that it does not know.
update occurrences o
   set ended_at = case when o.state < 2 then null
                       else coalesce(o.ended_at,
                                     (select max(a.ended_at) from attempts a
                                       where a.occurrence_id = o.id),
                                     now()) end,
       available_at = case when o.stage = 2 then coalesce(o.available_at, now())
                           else o.available_at end,
       attempt = case when o.attempt >= 1 then o.attempt
                      else greatest(1, coalesce((select max(a.attempt) from attempts a
                                                  where a.occurrence_id = o.id), 0)
                                       + (o.state < 2)::int) end
 where (o.state > 1) <> (o.ended_at is not null)
    or o.stage = 2 and o.available_at is null
    or o.attempt < 1;
