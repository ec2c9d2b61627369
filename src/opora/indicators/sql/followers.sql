-- Followers of each channel as they were counted last, up to the last day. Who follows two channels is in both.
-- reads: voice_followercount, voice_voicechannel
SELECT asked.bucket, channel.id AS subject, counted."on", NULL::bigint AS program_id, NULL::bigint AS department_id,
       NULL::bigint AS case_id, NULL::bigint AS family_id, 'yes' AS state, counted.followers::numeric AS amount,
       ARRAY[channel.id::text]::text[] AS dims
  FROM voice_voicechannel channel
 CROSS JOIN asked
 CROSS JOIN LATERAL (
    SELECT number."on", number.followers FROM voice_followercount number
     WHERE number.channel_id = channel.id AND number."on" <= asked.last
     ORDER BY number."on" DESC, number.id DESC LIMIT 1
 ) counted
