-- The mark as it is stored, '' if there is none; nil if the caller does not have the lease.
-- KEYS leader, mark   ARGV value held
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return false end
local mark = redis.pcall('GET', KEYS[2])
return type(mark) == 'string' and mark or ''
