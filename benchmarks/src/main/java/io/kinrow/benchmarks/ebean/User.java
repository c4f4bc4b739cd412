package io.kinrow.benchmarks.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As Ebean maps it. */
@Entity
@Table(name = "users")
public class User {
  @Id private long id;
  private String nickname = "";
  private String email = "";
  private @Nullable String aboutMe;
  private @Nullable LocalDateTime lastSeen;

  @OneToMany(mappedBy = "author")
  @OrderBy("id")
  private List<Post> posts = new ArrayList<>();

  public User(String nickname, String email) {
    this.nickname = nickname;
    this.email = email;
  }

  public long getId() {
    return id;
  }

  public String getNickname() {
    return nickname;
  }

  public String getEmail() {
    return email;
  }

  public @Nullable String getAboutMe() {
    return aboutMe;
  }

  public void setAboutMe(@Nullable String aboutMe) {
    this.aboutMe = aboutMe;
  }

  public @Nullable LocalDateTime getLastSeen() {
    return lastSeen;
  }

  public List<Post> getPosts() {
    return posts;
  }
}
