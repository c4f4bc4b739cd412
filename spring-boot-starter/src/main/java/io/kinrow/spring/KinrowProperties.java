package io.kinrow.spring;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code kinrow.*}.
 *
 * @param databases names of generated database classes that become beans, such as
 *     com.example.blog.Blog; without it, those in the packages of the application
 * @param sqliteDefaults whether HikariCP's connections to SQLite get the settings that open(url)
 *     gives: foreign keys, a write-ahead log, 5 seconds of patience, BEGIN IMMEDIATE
 * @param logStatements whether statements are logged by io.kinrow.sql, at level DEBUG
 * @param metrics whether the times of statements are recorded as kinrow.statements, if there is a
 *     MeterRegistry
 */
@ConfigurationProperties("kinrow")
public record KinrowProperties(
    @DefaultValue List<String> databases,
    @DefaultValue("true") boolean sqliteDefaults,
    @DefaultValue("false") boolean logStatements,
    @DefaultValue("true") boolean metrics) {}
