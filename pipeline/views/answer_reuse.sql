-- One row a cluster of near-identical answers with more than one member. `grouped` is one answer to questions that
-- Parliament answers together, no repetition; only `repeated` answers were given at least twice.
SELECT answer_clusters.answer_cluster_id,
       answer_clusters.kind,
       answer_clusters.n_members,
       answer_clusters.n_statements,
       answer_clusters.n_distinct_texts,
       answer_clusters.n_clipped,
       answer_clusters.min_similarity,
       answer_clusters.first_answered_on,
       answer_clusters.last_answered_on,
       array_to_string(answer_clusters.answering_body_names, '; ') AS answering_bodies,
       answer_clusters.has_material_change,
       (
           SELECT string_agg(DISTINCT changed, '; ' ORDER BY changed)
           FROM (
               SELECT unnest(changed_values) AS changed
               FROM answer_cluster_members AS members
               WHERE members.answer_cluster_id = answer_clusters.answer_cluster_id
           )
       ) AS changed_values,
       qa_pairs.heading,
       qa_pairs.answer_text
FROM answer_clusters
JOIN qa_pairs ON qa_id = canonical_qa_id
WHERE answer_clusters.kind <> 'single'
ORDER BY answer_clusters.n_statements DESC, answer_clusters.answer_cluster_id
