package io.kinrow.spring;

import io.kinrow.runtime.Database;
import java.beans.Introspector;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Registers a bean for each generated database class: those of {@code kinrow.databases}, or those
 * in the packages of the application. A class of which the application declares a bean is left to
 * it.
 */
final class DatabaseRegistrar implements ImportBeanDefinitionRegistrar {

  private final ConfigurableListableBeanFactory beans;
  private final Environment environment;
  private final ResourceLoader resources;

  DatabaseRegistrar(BeanFactory beans, Environment environment, ResourceLoader resources) {
    this.beans = (ConfigurableListableBeanFactory) beans;
    this.environment = environment;
    this.resources = resources;
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
    for (String name : names()) {
      register(type(name), registry);
    }
  }

  private Set<String> names() {
    List<String> named =
        Binder.get(environment)
            .bind("kinrow.databases", Bindable.listOf(String.class))
            .orElse(List.of());
    return named.isEmpty() ? found() : new LinkedHashSet<>(named);
  }

  private Set<String> found() {
    Set<String> names = new LinkedHashSet<>();
    if (AutoConfigurationPackages.has(beans)) {
      ClassPathScanningCandidateComponentProvider scanner =
          new ClassPathScanningCandidateComponentProvider(false, environment);
      scanner.setResourceLoader(resources);
      scanner.addIncludeFilter(new AssignableTypeFilter(Database.class));
      for (String folder : AutoConfigurationPackages.get(beans)) {
        scanner
            .findCandidateComponents(folder)
            .forEach(found -> names.add(String.valueOf(found.getBeanClassName())));
      }
    }
    return names;
  }

  private Class<? extends Database<?>> type(String name) {
    Class<?> found;
    try {
      found = ClassUtils.forName(name, beans.getBeanClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException(
          "kinrow.databases: there is no class " + name + "; name classes that Kinrow generated",
          e);
    }
    return GeneratedDatabase.type(found);
  }

  private <D extends Database<?>> void register(Class<D> type, BeanDefinitionRegistry registry) {
    if (beans.getBeanNamesForType(type, true, false).length > 0) {
      return;
    }
    RootBeanDefinition definition =
        new RootBeanDefinition(
            type, () -> GeneratedDatabase.create(type, beans.getBean(KinrowDatabases.class)));
    String name = Introspector.decapitalize(type.getSimpleName());
    registry.registerBeanDefinition(
        registry.containsBeanDefinition(name) ? type.getName() : name, definition);
  }
}
