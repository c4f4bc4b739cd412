package io.kinrow.sample;

class UserRepository {}
