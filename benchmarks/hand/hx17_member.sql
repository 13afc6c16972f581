COPY (
WITH m AS MATERIALIZED (
 SELECT subject, cell, party_body, votes_excellent,
  (c0::INT | (c1::INT<<1) | (c2::INT<<2) | (c3::INT<<3) | (c4::INT<<4) | (coalesce(c5,false)::INT<<5) | (coalesce(c6,false)::INT<<6)
   | (c7::INT<<7) | (c8::INT<<8) | (c9::INT<<9) | (c10::INT<<10) | (coalesce(c11,false)::INT<<11) | (c12::INT<<12) | (c13::INT<<13)
   | (coalesce(c14,false)::INT<<14) | (coalesce(c15,false)::INT<<15) | (c16::INT<<16) | (c17::INT<<17) | (coalesce(c18,false)::INT<<18)
   | (c19::INT<<19) | (c20::INT<<20) | (c21::INT<<21))::BIGINT AS met,
  (CASE WHEN open THEN 2048+16384+64+262144 + CASE WHEN c7 OR c8 THEN 0 ELSE 32 END + CASE WHEN c16 OR c17 OR c19 OR c20 THEN 0 ELSE 32768 END
   ELSE 0 END)::BIGINT AS unk,
  CASE WHEN c10 AND c4 THEN 4 WHEN c10 THEN 3 WHEN c13 THEN 2 WHEN c21 THEN 1 ELSE 0 END::TINYINT AS voted,
  CASE WHEN open AND c9 THEN -1 WHEN c3 AND c5 AND c9 AND c11 THEN 4 WHEN c9 AND c11 THEN 3 WHEN open AND c12 THEN -1 WHEN c12 AND c14 THEN 2
       WHEN c15 THEN 1 WHEN open THEN -1 ELSE 0 END::TINYINT AS ceiling,
  CASE WHEN c15 THEN 1 WHEN open THEN -1 ELSE 0 END::TINYINT AS ground,
  CASE WHEN c0 OR c1 THEN 0
       WHEN c2 THEN -3
       WHEN c10 THEN CASE WHEN open AND c9 THEN -1 WHEN c4 AND c3 AND c5 AND c9 AND c11 THEN 4 WHEN c9 AND c11 THEN 3
                          WHEN open AND c12 THEN -1 WHEN c12 AND c14 THEN 2 ELSE -2 END
       WHEN c13 THEN CASE WHEN open AND c12 THEN -1 WHEN c12 AND c14 THEN 2 ELSE -2 END
       WHEN c21 THEN CASE WHEN c15 THEN 1 WHEN open THEN -1 ELSE -2 END
       ELSE -2 END::TINYINT AS g0
 FROM (SELECT subject, cell, party_body, votes_excellent, is_ccvc AND ccvc_grade IS NULL AS open,
   exempt_work AND exempt_activity c0, months_since_admission < 6 c1, NOT review_done c2,
   task_result = 'excellent' c3, votes_excellent::INT*3 > enrolled_2::INT*2 c4,
   NOT is_ccvc OR ccvc_grade = 'HTXSNV' OR title_proposed OR merit_certificate c5, is_ccvc AND ccvc_grade = 'HTXSNV' c6,
   title_proposed c7, merit_certificate c8,
   task_result IN ('excellent', 'good') c9, votes_good::INT*2 > enrolled_1 c10, NOT is_ccvc OR ccvc_grade IN ('HTXSNV', 'HTTNV') c11,
   task_result <> 'failed' c12, votes_done::INT*2 > enrolled_1 c13, NOT is_ccvc OR ccvc_grade <> 'KHTNV' c14,
   serving_discipline OR task_result = 'failed' OR (is_ccvc AND ccvc_grade = 'KHTNV') OR fault_prohibited OR fault_refusal c15,
   serving_discipline c16, task_result = 'failed' c17, is_ccvc AND ccvc_grade = 'KHTNV' c18, fault_prohibited c19, fault_refusal c20,
   votes_not::INT*2 > enrolled_1 c21
   FROM '{src}')
), n AS (SELECT cell, count(*) * 15 // 100 lim FROM m WHERE g0 >= 3 GROUP BY cell)
SELECT subject, cell, party_body, met AS met_0, unk AS unknown_0, voted, ceiling, ground, g0 AS reached, g0 AS grade,
  0::TINYINT AS quota_0_state, 0 AS quota_0_rank, 0 AS quota_0_standing FROM m WHERE g0 <> 4
UNION ALL
SELECT subject, cell, party_body, met, unk, voted, ceiling, ground, g0, CASE WHEN last <= lim THEN 4 ELSE 3 END::TINYINT,
  CASE WHEN last <= lim THEN 1 WHEN rk > lim THEN 2 ELSE 3 END::TINYINT, rk::INT, last::INT
FROM (SELECT *, rank() OVER w AS rk, count(*) OVER (w RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS last
      FROM m WHERE g0 = 4 WINDOW w AS (PARTITION BY cell ORDER BY votes_excellent DESC)) JOIN n USING (cell)
) TO '{dst}' (FORMAT parquet)
