-- One row a recommendation: who is asked, what is answered and by whom, when it is to be done. `position_inferred` is a
-- reader's inference where no verdict is stated: never count it as one.
WITH asked AS (
    SELECT recommendation_id,
           string_agg(DISTINCT coalesce(name, text), '; ' ORDER BY coalesce(name, text)) AS addressees,
           string_agg(DISTINCT coalesce(name, text), '; ' ORDER BY coalesce(name, text))
               FILTER (WHERE role = 'lead') AS lead_addressees
    FROM recommendation_addressees
    LEFT JOIN organisations USING (body_id)
    GROUP BY recommendation_id
), answered AS (
    SELECT recommendation_id,
           string_agg(DISTINCT coalesce(name, responder_name), '; ' ORDER BY coalesce(name, responder_name))
               AS responders
    FROM verdicts
    LEFT JOIN organisations ON body_id = responder_body_id
    GROUP BY recommendation_id
)
SELECT recommendations.doc_id,
       documents.title,
       documents.report_title,
       documents.recommender_name,
       documents.publisher_name,
       recommendations.ordinal,
       recommendations.series,
       recommendations.number,
       recommendations.text AS recommendation,
       asked.addressees,
       asked.lead_addressees,
       recommendations.response_status,
       recommendations.verdict,
       recommendations.verdict_basis,
       recommendations.verdict_text,
       recommendations.position_inferred,
       recommendations.position_text,
       answered.responders,
       recommendations.target_text,
       recommendations.target_start,
       recommendations.target_end,
       recommendations.delivery_status,
       recommendations.said_on,
       recommendations.group_id,
       recommendations.recommendation_id
FROM recommendations
JOIN documents USING (doc_id)
LEFT JOIN asked USING (recommendation_id)
LEFT JOIN answered USING (recommendation_id)
ORDER BY recommendations.doc_id, recommendations.ordinal
