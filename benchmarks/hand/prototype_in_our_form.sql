COPY (
WITH m AS MATERIALIZED (
 SELECT member_id, base_id, r0, r1,
  (c0::INT | (c1::INT<<1) | (c2::INT<<2) | (c3::INT<<3) | (c4::INT<<4) | (coalesce(c5,false)::INT<<5) | (c6::INT<<6) | (c7::INT<<7)
   | (c8::INT<<8) | (c9::INT<<9) | (coalesce(c10,false)::INT<<10) | (c11::INT<<11) | (c12::INT<<12) | (c13::INT<<13)
   | (coalesce(c14,false)::INT<<14) | (c15::INT<<15) | (c16::INT<<16) | (coalesce(c17,false)::INT<<17) | (c18::INT<<18))::BIGINT AS met,
  (CASE WHEN open THEN 32+1024+16384+131072 ELSE 0 END)::BIGINT AS unk,
  CASE WHEN c0 OR c1 OR c2 THEN 0
       WHEN c3 OR c4 OR c5 OR c6 THEN 1
       WHEN open THEN -1
       WHEN c8 AND c9 AND c10 AND c11 AND NOT c7 THEN 4
       WHEN c12 AND c13 AND c14 AND c15 AND NOT c7 THEN 3
       WHEN c16 AND c17 AND c18 THEN 2 ELSE 1 END::TINYINT AS g0
 FROM (SELECT member_id, base_id, is_cs AND cs_grade IS NULL AS open,
   exempt c0, admitted > DATE '2020-06-30' c1, NOT reviewed c2,
   degraded c3, task_pct < 50 c4, is_cs AND cs_grade = 1 c5, discipline > 0 c6, sick_months >= 3 c7,
   n4 >= 4 c8, o6 >= 3 c9, NOT is_cs OR cs_grade >= 4 c10, votes_xs::INT*3 > votes_total::INT*2 c11,
   n4 >= 3 c12, o6 >= 2 c13, NOT is_cs OR cs_grade >= 3 c14, (votes_xs::INT + votes_t)*2 > votes_total c15,
   n4 >= 2 AND o6 >= 2 c16, NOT is_cs OR cs_grade >= 2 c17, (votes_xs::INT + votes_t + votes_h)*2 > votes_total c18,
   c1+c2+c3+c4+c5+c6+c7+c8+c9+c10 r0, votes_xs::INT*10000 // votes_total r1
   FROM (SELECT *, least(c6,c7,c8,c9) n4, least(c1,c2,c3,c4,c5,c10) o6 FROM '{src}'))
), n AS (SELECT base_id, CASE WHEN count(*) < 5 THEN 1 ELSE count(*) // 5 END lim FROM m WHERE g0 >= 3 GROUP BY base_id)
SELECT member_id, g0, g0 AS grade, met, unk, 0::TINYINT AS qc FROM m WHERE g0 <> 4
UNION ALL
SELECT member_id, g0, CASE WHEN last <= lim THEN 4 ELSE 3 END::TINYINT, met, unk, CASE WHEN last <= lim THEN 0 WHEN rk > lim THEN 1 ELSE 2 END::TINYINT
FROM (SELECT *, rank() OVER w AS rk, count(*) OVER (w RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS last
      FROM m WHERE g0 = 4 WINDOW w AS (PARTITION BY base_id ORDER BY r0 DESC, r1 DESC)) JOIN n USING (base_id)
) TO '{dst}' (FORMAT parquet)
