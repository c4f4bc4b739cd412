package io.kinrow.sample.db;

public class Tables {
  public static final Tenants TENANTS = new Tenants();
  public static final Profiles PROFILES = new Profiles();
  public static final People PEOPLE = new People();
  public static final Projects PROJECTS = new Projects();
  public static final Tasks TASKS = new Tasks();
  public static final Bills BILLS = new Bills();
  public static final Chickens CHICKENS = new Chickens();
  public static final Eggs EGGS = new Eggs();
  public static final Memberships MEMBERSHIPS = new Memberships();
  public static final Pages PAGES = new Pages();
  public static final Hashes HASHES = new Hashes();
  public static final Blobs BLOBS = new Blobs();

  private Tables() {}
}
