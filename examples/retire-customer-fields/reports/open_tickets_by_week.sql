SELECT date_trunc('week', t.created_at) AS week, count(*) AS tickets
FROM tickets t
WHERE t.state <> 'closed'
GROUP BY 1
ORDER BY 1;
