package io.kinrow.benchmarks.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** As Ebean maps it. */
@Entity
@Table(name = "posts")
public class Post {
  @Id private long id;
  private String body;
  private LocalDateTime createdAt;

  @ManyToOne(optional = false)
  @JoinColumn(name = "user_id")
  private User author;

  private @Nullable Long replyToId;

  public Post(String body, LocalDateTime createdAt, User author) {
    this.body = body;
    this.createdAt = createdAt;
    this.author = author;
  }

  public long getId() {
    return id;
  }

  public String getBody() {
    return body;
  }

  public LocalDateTime getCreatedAt() {
    return createdAt;
  }

  public User getAuthor() {
    return author;
  }

  public @Nullable Long getReplyToId() {
    return replyToId;
  }
}
