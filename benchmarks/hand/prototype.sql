COPY (
WITH m AS MATERIALIZED (
 SELECT member_id, base_id, r0, r1,
  (x0::INT | (x1::INT<<1) | (x2::INT<<2) | (k3::INT<<3) | (k4::INT<<4) | (coalesce(k5,false)::INT<<5) | (k6::INT<<6) | (cap::INT<<7) | (xs1::INT<<8) | (xs2::INT<<9)
   | (coalesce(xs3,false)::INT<<10) | (xs4::INT<<11) | (t1::INT<<12) | (t2::INT<<13) | (coalesce(t3,false)::INT<<14) | (t4::INT<<15) | (h1::INT<<16) | (coalesce(h2,false)::INT<<17) | (h3::INT<<18))::BIGINT AS met,
  (CASE WHEN is_cs AND cs_grade IS NULL THEN 32+1024+16384+131072 ELSE 0 END)::BIGINT AS unk,
  CASE WHEN x0 OR x1 OR x2 THEN 0
       WHEN k3 OR k4 OR k5 OR k6 THEN 1
       WHEN is_cs AND cs_grade IS NULL THEN -1
       WHEN xs1 AND xs2 AND xs3 AND xs4 AND NOT cap THEN 4
       WHEN t1 AND t2 AND t3 AND t4 AND NOT cap THEN 3
       WHEN h1 AND h2 AND h3 THEN 2 ELSE 1 END::INT AS g0
 FROM (SELECT member_id, base_id, is_cs, cs_grade,
   exempt x0, admitted > DATE '2020-06-30' x1, NOT reviewed x2,
   degraded k3, task_pct < 50 k4, is_cs AND cs_grade = 1 k5, discipline > 0 k6, sick_months >= 3 cap,
   n4 >= 4 xs1, o6 >= 3 xs2, NOT is_cs OR cs_grade >= 4 xs3, votes_xs::INT*3 > votes_total::INT*2 xs4,
   n4 >= 3 t1, o6 >= 2 t2, NOT is_cs OR cs_grade >= 3 t3, (votes_xs::INT + votes_t)*2 > votes_total t4,
   n4 >= 2 AND o6 >= 2 h1, NOT is_cs OR cs_grade >= 2 h2, (votes_xs::INT + votes_t + votes_h)*2 > votes_total h3,
   c1+c2+c3+c4+c5+c6+c7+c8+c9+c10 r0, votes_xs::INT*10000 // votes_total r1
   FROM (SELECT *, least(c6,c7,c8,c9) n4, least(c1,c2,c3,c4,c5,c10) o6 FROM '{src}'))
), n AS (SELECT base_id, CASE WHEN count(*) < 5 THEN 1 ELSE count(*) // 5 END lim FROM m WHERE g0 >= 3 GROUP BY base_id)
SELECT member_id, g0, g0 AS grade, met, unk, 0 AS qc FROM m WHERE g0 <> 4
UNION ALL
SELECT member_id, g0, CASE WHEN last <= lim THEN 4 ELSE 3 END, met, unk, CASE WHEN last <= lim THEN 0 WHEN rk > lim THEN 1 ELSE 2 END
FROM (SELECT *, rank() OVER w AS rk, count(*) OVER (w RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS last
      FROM m WHERE g0 = 4 WINDOW w AS (PARTITION BY base_id ORDER BY r0 DESC, r1 DESC)) JOIN n USING (base_id)
) TO '{dst}' (FORMAT parquet)
