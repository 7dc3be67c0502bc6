-- Leases due members: moves them into dispatching with a deadline that identifies this batch.
-- KEYS schedule, ready, dispatching   ARGV batch size, share of ready, lease in ms,
--        leases that end before are taken over (us), until when the caller waits in us
-- Returns { now in us, deadline in us, next due in ms or -1, member... }
local time = redis.call('TIME')
local now_us = time[1] * 1000000 + time[2]
local now_ms = math.floor(now_us / 1000)
-- Frozen and awake again, Redis makes calls whose callers have left: a lease would be nobody's.
if now_us > tonumber(ARGV[5]) then return { string.format('%.0f', now_us), '0', '-1' } end
local size, ready_share = tonumber(ARGV[1]), tonumber(ARGV[2])
local deadline = now_us + ARGV[3] * 1000
-- No lease ends later than this: a score beyond was not made here, and its member is free.
local far = string.format('%.0f', now_us + 100 * math.max(ARGV[3] * 1000, 1000000))
local last = redis.call('ZREVRANGEBYSCORE', KEYS[3], far, '-inf', 'WITHSCORES', 'LIMIT', 0, 1)
if last[2] and tonumber(last[2]) >= deadline then deadline = tonumber(last[2]) + 1 end
local deadline_text = string.format('%.0f', deadline)

local members = {}
local function lease(from, found)
    for _, member in ipairs(found) do
        if from then redis.call('ZREM', from, member) end
        redis.call('ZADD', KEYS[3], deadline_text, member)
        members[#members + 1] = member
    end
end

-- Leases whose holder did not complete them in time, and those of a leader before the caller.
local before = math.min(tonumber(ARGV[4]), deadline)
local dead = before > now_us and '(' .. string.format('%.0f', before) or string.format('%.0f', now_us)
lease(nil, redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', dead, 'LIMIT', 0, size))
if size > #members then
    lease(nil, redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. far, '+inf', 'LIMIT', 0, size - #members))
end
local function take(from, most)
    local room = math.min(most, size - #members)
    if room > 0 then
        lease(from, redis.call('ZRANGEBYSCORE', from, '-inf', now_ms, 'LIMIT', 0, room))
    end
end
take(KEYS[2], ready_share)
take(KEYS[1], size)
take(KEYS[2], size) -- what jobs have left of the batch

local next_due = -1
for i = 1, 2 do
    local first = redis.call('ZRANGE', KEYS[i], 0, 0, 'WITHSCORES')
    if first[2] and (next_due < 0 or tonumber(first[2]) < next_due) then
        next_due = tonumber(first[2])
    end
end
next_due = math.min(math.max(next_due, -1), 9e15) -- scores may be infinite
return { string.format('%.0f', now_us), deadline_text, string.format('%.0f', next_due), unpack(members) }
