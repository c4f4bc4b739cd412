-- name: postsPerUser
-- Users with the number of their posts, those with the most first.
select u.id, u.nickname, count(p.id) as posts
from users u left join posts p on p.user_id = u.id
group by u.id, u.nickname
order by posts desc, u.id;

-- name: latest :optional
-- The latest post of a user, with what it answers.
select p.id, p.body, q.id as "answered.id", u.nickname as "answered.author"
from posts p
  left join posts q on q.id = p.reply_to_id
  left join users u on u.id = q.user_id
where p.user_id = :userId
order by p.created_at desc, p.id desc
limit 1;

-- name: withoutPosts
select u.* from users u where not exists (select 1 from posts p where p.user_id = u.id) order by u.id;

-- name: like
-- Posts by what they say, and if given, by whom.
select p.id, p.body from posts p join users u on u.id = p.user_id
where p.body like :text /*[*/ and u.nickname in (:authors) /*]*/
order by p.id;

-- name: forget :exec
delete from posts where id in (:ids);

-- name: follows
-- Which of these follow, by the names of who follows and who is followed.
select a.nickname as follower, b.nickname as followed
from followers f join users a on a.id = f.follower_id join users b on b.id = f.followed_id
where (f.follower_id, f.followed_id) in (:links)
order by a.nickname, b.nickname
